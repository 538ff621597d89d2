/**
 * Headers that tell browsers how little our pages need: nothing from elsewhere, no inline code, no frames.
 * https://github.com/fastify/fastify-helmet
 */
import helmet from '@fastify/helmet'
import fp from 'fastify-plugin'

export const headersPlugin = fp(async (app) => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Whoever ends TLS in front of the service decides on this.
    strictTransportSecurity: false,
  })
})
