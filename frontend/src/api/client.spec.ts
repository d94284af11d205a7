import { describe, expect, it } from 'vitest'
import { serve } from '@/test/render'
import { answerOf, client, holdCsrfToken, onSignedOut, speak } from './client'
import { Problem } from './problem'

const refusal = { type: 'about:blank', title: 'Isian belum benar', status: 422, code: 'invalid_request', detail: 'Periksa lagi.', requestId: 'req_1', errors: [{ pointer: '/email', code: 'email_invalid', detail: 'Email salah.' }] }

describe('the client', () => {
  it('sends the language with every call and the CSRF token with those that change something', async () => {
    const calls = serve({ 'GET /program': { body: {} }, 'DELETE /session': { status: 204 } })
    speak('en')
    holdCsrfToken('token-1')
    await answerOf(client.GET('/program'))
    await answerOf(client.DELETE('/session'))
    expect(calls.map((call) => call.headers.get('Accept-Language'))).toEqual(['en', 'en'])
    expect(calls.map((call) => call.headers.get('X-CSRF-Token'))).toEqual([null, 'token-1'])
  })

  it('throws a refusal as a problem with its code, fields and request id', async () => {
    serve({ 'GET /program': { status: 422, body: refusal } })
    const problem = await answerOf(client.GET('/program')).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({ status: 422, code: 'invalid_request', requestId: 'req_1', errors: refusal.errors })
  })

  it('tells an unreachable server from a refusal', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    await expect(answerOf(client.GET('/program'))).rejects.toMatchObject({ status: 0, code: 'unreachable' })
  })

  it('makes do with an answer that is no problem document', async () => {
    globalThis.fetch = async () => new Response('<html>', { status: 502 })
    await expect(answerOf(client.GET('/program'))).rejects.toMatchObject({ status: 502, code: 'http_502', errors: [] })
  })

  it('tells when the session is gone, but not when a sign-in fails', async () => {
    let signedOut = 0
    onSignedOut(() => signedOut++)
    const path = { memberId: 'me' }
    serve({ 'GET /members/me': { status: 401, body: { code: 'not_signed_in' } }, 'POST /session': { status: 401, body: { code: 'sign_in_failed' } } })
    await expect(answerOf(client.POST('/session', { body: { kind: 'member', email: 'a@b.c', password: 'x' } }))).rejects.toMatchObject({ code: 'sign_in_failed' })
    expect(signedOut).toBe(0)
    await expect(answerOf(client.GET('/members/{memberId}', { params: { path } }))).rejects.toMatchObject({ status: 401 })
    expect(signedOut).toBe(1)
  })
})
