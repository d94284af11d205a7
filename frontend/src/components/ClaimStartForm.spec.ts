import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { StartedClaimResponse } from '@/api/types'
import { render, serve } from '@/test/render'
import ClaimStartForm from './ClaimStartForm.vue'

const nobody = { kind: 'none', csrfToken: 'token-0', roles: [] }
const started: StartedClaimResponse = { claimId: 'clm_1', phone: '0812-••••-7890', codeExpiresAt: '2026-11-22T05:40:00Z' }

async function sent(fill: (form: ReturnType<typeof render>) => Promise<void>, answer: { status?: number; body: unknown } = { status: 202, body: started }) {
  const calls = serve({ 'GET /session': { body: nobody }, 'POST /claims': answer })
  const form = render(ClaimStartForm, { language: 'en' })
  await fill(form)
  await form.get('form').trigger('submit')
  await flushPromises()
  return { form, posted: calls.filter(({ method }) => method === 'POST') }
}

describe('claiming a membership begun at a till', () => {
  it('sends the phone given there, and hands on what was started', async () => {
    const { form, posted } = await sent((shown) => shown.get('input[type=tel]').setValue(' 0812-3456-7890 '))
    expect(document.querySelector('h1')!.textContent).toBe('Activate your membership')
    expect(document.body.textContent).toContain('all the points collected with Setia are yours')
    expect(form.get('label').text()).toBe('Phone number')
    expect(posted[0]!.headers.get('X-CSRF-Token')).toBe('token-0')
    expect(await posted[0]!.json()).toEqual({ phone: '0812-3456-7890', language: 'en' })
    expect(form.emitted('started')).toEqual([[started]])
  })

  it('takes the card instead from who has no phone at hand', async () => {
    const { posted } = await sent(async (shown) => {
      await shown.findAll('button').at(-1)!.trigger('click')
      expect(shown.get('label').text()).toBe('Card number')
      expect(shown.text()).toContain('Printed on your enrolment receipt.')
      await shown.get('input').setValue(' 604211893357 ')
    })
    expect(await posted[0]!.json()).toEqual({ card: '604211893357', language: 'en' })
  })

  it('asks for a number before it sends', async () => {
    const empty = await sent(async () => {})
    expect(empty.posted).toHaveLength(0)
    expect(empty.form.text()).toContain('Write your phone number.')
  })

  it('asks for a whole card number too', async () => {
    const { form, posted } = await sent(async (shown) => {
      await shown.findAll('button').at(-1)!.trigger('click')
      await shown.get('input').setValue('60  ')
    })
    expect(posted).toHaveLength(0)
    expect(form.text()).toContain('Write your card number.')
    expect(form.findAll('button').at(-1)!.text()).toBe('Use the phone number')
  })

  it('shows the server’s refusal at the field', async () => {
    const refused = await sent((shown) => shown.get('input').setValue('0812-3456-7890'), { status: 422, body: { code: 'invalid_request', title: 'Wrong', errors: [{ pointer: '/phone', code: 'phone', detail: 'No such phone number.' }] } })
    const input = refused.form.get('input')
    expect(document.getElementById(input.attributes('aria-describedby')!.split(' ')[0]!)!.textContent).toContain('No such phone number.')
    expect(refused.form.emitted('started')).toBeUndefined()
  })
})
