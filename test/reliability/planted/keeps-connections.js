// A server that now and then does not give a connection back to its pool.
import pg from 'pg'

const { connect } = pg.Pool.prototype
let count = 0
pg.Pool.prototype.connect = function (...args) {
  count += 1
  if (count % 100 === 0) connect.call(this).catch(() => undefined)
  return connect.apply(this, args)
}
