import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { fieldsOf, useForm } from './useForm'

const schema = v.object({ email: v.pipe(v.string(), v.email('refusals.email')) })
const problem = new Problem(422, 'invalid_request', 'Wrong', undefined, 'req_1', [{ pointer: '/email', code: 'taken', detail: 'Already used.' }])

describe('a form', () => {
  it('does not send what it can refuse itself, and says so only once sending was tried', async () => {
    let sent = 0
    const form = useForm({ email: 'no' }, schema, async () => void sent++)
    expect(form.refusals.value).toEqual({})
    await form.send()
    expect(form.refusals.value).toEqual({ email: 'refusals.email' })
    expect(sent).toBe(0)
  })

  it('puts the server’s refusal at its field', async () => {
    const form = useForm({ email: 'a@b.id' }, schema, () => Promise.reject(problem))
    await form.send()
    expect(form.refusedByServer.value).toEqual({ email: 'Already used.' })
    expect(form.formProblem.value).toBeUndefined()
  })

  it('shows a problem that belongs to no field', async () => {
    const form = useForm({ email: 'a@b.id' }, schema, () => Promise.reject(new Problem(429, 'too_many_attempts', 'Wait', undefined, undefined)))
    await form.send()
    expect(form.formProblem.value?.code).toBe('too_many_attempts')
  })

  it('sends once, however often it is tapped', async () => {
    let sent = 0
    let release = () => {}
    const form = useForm({ email: 'a@b.id' }, schema, () => new Promise<void>((resolve) => ((release = resolve), sent++)))
    const first = form.send()
    await form.send()
    release()
    await first
    expect(sent).toBe(1)
  })

  it('begins anew when it is opened again', async () => {
    const form = useForm({ email: '' }, schema, () => Promise.reject(problem))
    await form.send()
    Object.assign(form.values, { email: 'a@b.id' })
    await form.send()
    form.reset()
    expect(form.values.email).toBe('')
    expect([form.refusals.value, form.refusedByServer.value, form.formProblem.value]).toEqual([{}, {}, undefined])
  })

  it('finds the field of a pointer into a list', () => {
    const nested = new Problem(422, 'invalid_request', '', undefined, undefined, [{ pointer: '/consents/0/given', code: 'x', detail: 'Choose.' }])
    expect(fieldsOf(nested, ['consents'])).toEqual({ consents: 'Choose.' })
  })
})
