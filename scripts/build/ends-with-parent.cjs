// Loaded into a step of a build: ends with whoever started it, also when that one was killed. Helpers that the step has
// started end with it, by their own channels.
process.once('disconnect', () => process.exit(1))
// Listening alone must not keep it going.
process.channel?.unref()
