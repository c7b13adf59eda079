const interval = 300

/**
 * Tells when the npm that started us is gone. It runs us through a shell, and who ends npm (a process manager, `npx` on
 * SIGTERM) ends that shell, but not us: we would go on as an orphan on our port. The number of the parent changes then.
 * Started by anything else we may outlive it, as after `nohup … &`.
 */
export function whenNpmIsGone(env: Record<string, string | undefined>, act: () => void): void {
  if (env.npm_execpath === undefined) return
  const parent = process.ppid
  const looking = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(looking)
    act()
  }, interval)
  looking.unref()
}
