/** Milliseconds of processor time that work takes: on a busy machine the wall clock says nothing of the work. */
export function cpuTimeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
