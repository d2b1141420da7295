package generator

// EngineDir is cacheDir for tests outside of the package.
var EngineDir = cacheDir
