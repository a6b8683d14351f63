// Reached by require.async from app.tsx: once it has run, the files of its sub-package can be read.
module.exports = true
