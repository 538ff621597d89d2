/** What can go wrong between a client and the service. */
import type { Problem } from '../../schemas/problem.ts'

/** Any failure of a request. */
export class WinnowError extends Error {
  override name = 'WinnowError'
}

/** The service refused the request and said why. */
export class ProblemError extends WinnowError {
  override name = 'ProblemError'
  /** The problem document. */
  readonly problem: Problem

  /** @param problem the problem document of the answer */
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.title}: ${problem.detail}`)
    this.problem = problem
  }

  /** The HTTP status. */
  get status(): number {
    return this.problem.status
  }
}

/** The service could not be reached, or broke the connection. */
export class ConnectionError extends WinnowError {
  override name = 'ConnectionError'
}

/** The answer did not come in time. */
export class TimeoutError extends WinnowError {
  override name = 'TimeoutError'
}

/** The answer is none of Winnow's. */
export class ProtocolError extends WinnowError {
  override name = 'ProtocolError'
}
