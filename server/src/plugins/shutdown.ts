import fp from 'fastify-plugin'

/** A request in progress may need this long, milliseconds; after it connections are cut. */
const PATIENCE_MS = 10_000

/**
 * On closing, what has begun is answered and then its connection closed: kept alive, an idle phone would hold the process
 * for over a minute.
 */
export const shutdown = fp(async app => {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    const began = Date.now()
    const sweep = setInterval(() => {
      app.server.closeIdleConnections()
      if (Date.now() - began > PATIENCE_MS) app.server.closeAllConnections()
    }, 50)
    app.server.once('close', () => clearInterval(sweep))
    // Under `npm start` and in tests nothing listens, so nothing closes.
    if (!app.server.listening) clearInterval(sweep)
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('connection', 'close')
    done(null, payload)
  })
})
