/**
 * tap follows every promise, so that an error that nobody awaits is told of its test; that takes a sixth of the time of a run. Without
 * it such an error ends the whole process, which is as loud. It also follows what programs load that a test starts, which takes them a
 * fifth of their start; they are to start as they do elsewhere.
 */
import hooks, { type AsyncHook, type HookCallbacks } from 'node:async_hooks'
import { syncBuiltinESMExports } from 'node:module'

const { createHook } = hooks
const none: AsyncHook = { enable: () => none, disable: () => none }

hooks.createHook = (callbacks: HookCallbacks) =>
  callbacks.init !== undefined && callbacks.destroy !== undefined ? none : createHook(callbacks)
syncBuiltinESMExports()

const spawning: { unwrap(): void } | undefined = Reflect.get(globalThis, Symbol.for('process-on-spawn@*:singletonId'))
spawning?.unwrap()
