export { DEMO_STORY, type StoryStep } from './demo/demo-story.js';
export * from './demo/play-demo.js';
export * from './demo/story-player.js';
export * from './send-files.js';
export * from './wire-recorder.js';
