/** A Fastify service that answers what it was given beforehand: the limit of the framework. */
import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { Extraction, extractRequest } from '../schemas/extraction.ts'
import { extract } from '../src/engine/extract.ts'
import { seed } from './texts.ts'

const answer = extract(seed)
const written = JSON.stringify(answer)
const app = Fastify().withTypeProvider<ZodTypeProvider>()
app.setValidatorCompiler(validatorCompiler)
app.setSerializerCompiler(serializerCompiler)
app.post(
  '/validated',
  { schema: { body: extractRequest({ maxTextLength: 1_000_000 }), response: { 200: Extraction } } },
  async () => answer,
)
app.post('/plain', async (_request, reply) => reply.type('application/json').send(written))
const url = await app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ url })
