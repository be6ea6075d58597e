/** Processor time of this process so far, in milliseconds: on a busy machine the wall clock says nothing of the work. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time that work takes. */
export function cpuTimeOf(work: () => void): number {
  const start = cpuTime();
  work();
  return cpuTime() - start;
}
