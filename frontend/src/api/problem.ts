/** One refused field of a request. */
export interface ProblemItem {
  pointer: string
  code: string
  detail: string
}

/** What went wrong with a call: RFC 9457 as the server tells it, or a failure to reach it (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | undefined,
    readonly requestId: string | undefined,
    readonly errors: ProblemItem[] = [],
  ) {
    super(`${status} ${code}`)
    this.name = 'Problem'
  }

  static unreachable(): Problem {
    return new Problem(0, 'unreachable', '', undefined, undefined)
  }

  static from(status: number, body: unknown): Problem {
    const told = isRecord(body) ? body : {}
    return new Problem(
      status,
      text(told.code) ?? `http_${status}`,
      text(told.title) ?? '',
      text(told.detail),
      text(told.requestId),
      Array.isArray(told.errors) ? told.errors.filter(isItem) : [],
    )
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(-1, 'unexpected', '', undefined, undefined)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isItem(value: unknown): value is ProblemItem {
  return isRecord(value) && typeof value.pointer === 'string' && typeof value.detail === 'string'
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
