// A server that takes a full disk for a fault of its own.
import pg from 'pg'

const codes = new WeakMap()
Object.defineProperty(pg.DatabaseError.prototype, 'code', {
  get() {
    return codes.get(this)
  },
  set(code) {
    codes.set(this, code?.startsWith('53') ? 'XX000' : code)
  },
})
