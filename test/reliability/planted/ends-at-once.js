// A server that hears the signal and waits for nobody.
process.on('SIGTERM', () => process.exit(0))
