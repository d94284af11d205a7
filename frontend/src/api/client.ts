import createClient, { type Middleware } from 'openapi-fetch'
import { Problem } from './problem'
import type { paths } from './schema'

export const apiBase = '/api/v1'

let language = 'id'
let csrfToken: string | undefined
let signedOutListener: () => void = () => {}
let secondFactorListener: () => void = () => {}

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

/** Called when the server wants a second factor to be set up before anything else. */
export function onSecondFactorNeeded(listener: () => void) {
  secondFactorListener = listener
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

/** What a 401 may say to somebody who is only about to sign in. */
const signInRefusals = ['sign_in_failed', 'one_time_code_required']

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a call that succeeded; anything else is thrown as a Problem. */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await succeeded(call)).data as T
}

/** The same with its version, which a change of it must name. */
export async function versionedAnswerOf<T>(call: Promise<Answer<T>>): Promise<{ data: T; version: string }> {
  const { data, response } = await succeeded(call)
  return { data: data as T, version: response.headers.get('ETag') ?? '' }
}

async function succeeded<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await call.catch(() => {
    throw Problem.unreachable()
  })
  if (answer.response.ok) return answer
  const problem = Problem.from(answer.response.status, answer.error)
  if (problem.status === 401 && !signInRefusals.includes(problem.code)) signedOutListener()
  if (problem.code === 'second_factor_required') secondFactorListener()
  throw problem
}
