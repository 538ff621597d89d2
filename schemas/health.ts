/** Health checks for orchestrators. */
import { z } from 'zod'

/** The answer of both health checks. */
export const Health = z.object({ status: z.enum(['ok', 'draining']).describe('`draining` while the process ends.') }).meta({ id: 'Health' })
