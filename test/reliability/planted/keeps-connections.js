// A server that now and then does not give a connection back to its pool.
import pg from 'pg'

const { connect } = pg.Pool.prototype
const counts = new WeakMap()
pg.Pool.prototype.connect = function (...args) {
  const count = (counts.get(this) ?? 0) + 1
  counts.set(this, count)
  if (count % 20 === 0) connect.call(this).catch(() => undefined)
  return connect.apply(this, args)
}
