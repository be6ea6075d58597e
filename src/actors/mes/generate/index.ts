export { editJson, type Json, type JsonEdits, type JsonObject, jsonAt } from './edit-json.js';
export { generateMeasure } from './generate-measures.js';
export * from './measure-faults.js';
export {
  GENERATED_MEASURES,
  type GeneratedMeasureName,
  isMeasuredIn,
  MEASURE_SEEDS,
  type MeasureMode,
} from './measure-seeds.js';
export { SeededRandom } from './random.js';
