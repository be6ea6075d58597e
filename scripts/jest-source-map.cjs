// Jest transform of the bundled tests: the code as it is, with its source map, so that failures show the TypeScript.
const { existsSync, readFileSync } = require('node:fs');

module.exports = {
  process(code, path) {
    const map = `${path}.map`;
    return existsSync(map) ? { code, map: readFileSync(map, 'utf8') } : { code };
  },
};
