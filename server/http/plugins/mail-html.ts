import type { FastifyReply } from 'fastify'

/**
 * A mail as HTML, in a page of its own: styles within it are all that it may have. No script runs, nothing is loaded, no form is sent,
 * and what it does it does as nobody, whatever stands in it.
 */
export const sendMailHtml = (reply: FastifyReply, html: string): FastifyReply =>
  reply
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-popups",
    )
    .type('text/html; charset=utf-8')
    .send(html)
