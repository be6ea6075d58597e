import type { XmlLimits } from '../limits.js';

/** Files of a kit, which its own limits of size bound: value sets have many more children than documents. */
export const KIT_LIMITS: Partial<XmlLimits> = { maxChildren: 500_000, maxElements: 1_000_000 };
