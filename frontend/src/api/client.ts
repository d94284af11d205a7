import createClient, { type Middleware } from 'openapi-fetch'
import { Problem } from './problem'
import type { paths } from './schema'

export const apiBase = '/api/v1'

let language = 'id'
let csrfToken: string | undefined
let signedOutListener: () => void = () => {}

export function speak(chosen: string) {
  language = chosen
}

export function holdCsrfToken(token: string) {
  csrfToken = token
}

/** Called when the server no longer knows the session. */
export function onSignedOut(listener: () => void) {
  signedOutListener = listener
}

const callerHeaders: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language)
    if (request.method !== 'GET' && csrfToken) request.headers.set('X-CSRF-Token', csrfToken)
    return request
  },
}

export const client = createClient<paths>({
  baseUrl: apiBase,
  fetch: (request) => globalThis.fetch(request),
})
client.use(callerHeaders)

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a call that succeeded; anything else is thrown as a Problem. */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const answer = await call.catch(() => {
    throw Problem.unreachable()
  })
  if (answer.response.ok) return answer.data as T
  const problem = Problem.from(answer.response.status, answer.error)
  if (problem.status === 401 && problem.code !== 'sign_in_failed') signedOutListener()
  throw problem
}
