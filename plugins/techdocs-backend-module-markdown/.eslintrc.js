module.exports = require('../../scripts/eslintHouse')(__dirname);
