// tap notes all that a test loads, byte by byte, though nobody asks what it noted. Read before what notes it, so in plain JavaScript.
process.env._TAPJS_PROCESSINFO_EXCLUDE_ = '/./'
// It is for this process alone, wherever those lie that it starts.
delete process.env.NODE_OPTIONS
