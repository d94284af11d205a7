import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import SignInForm from './SignInForm.vue'

const nobody = { kind: 'none', csrfToken: 'token-0', roles: [] }

async function filled(answers: Parameters<typeof serve>[0]) {
  const calls = serve({ 'GET /session': { body: nobody }, 'GET /program': { status: 503 }, ...answers })
  const form = render(SignInForm, { props: { kind: 'member' } })
  await form.get('input[type=email]').setValue('sari@contoh.id')
  await form.get('input[type=password]').setValue('rahasia-panjang')
  await form.get('form').trigger('submit')
  await flushPromises()
  return { form, posted: calls.filter((call) => call.method === 'POST') }
}

describe('signing in', () => {
  it('sends the credentials with the token of the session and tells that it went well', async () => {
    const { form, posted } = await filled({ 'POST /session': { status: 201, body: { kind: 'member', csrfToken: 'token-1', roles: [] } } })
    expect(posted).toHaveLength(1)
    expect(posted[0]!.headers.get('X-CSRF-Token')).toBe('token-0')
    expect(await posted[0]!.json()).toEqual({ kind: 'member', email: 'sari@contoh.id', password: 'rahasia-panjang' })
    expect(form.emitted('entered')).toHaveLength(1)
  })

  it('shows the refusal and stays', async () => {
    const { form } = await filled({ 'POST /session': { status: 401, body: { code: 'sign_in_failed', title: 'Belum bisa masuk', detail: 'Email atau kata sandi tidak cocok.' } } })
    expect(form.get('[role=alert]').text()).toContain('Email atau kata sandi tidak cocok.')
    expect(form.emitted('entered')).toBeUndefined()
  })

  it('ties a refusal to its field', async () => {
    serve({ 'GET /session': { body: nobody } })
    const form = render(SignInForm, { props: { kind: 'member' } })
    await form.get('form').trigger('submit')
    await flushPromises()
    const email = form.get('input[type=email]')
    expect(email.attributes('aria-invalid')).toBe('true')
    expect(document.getElementById(email.attributes('aria-describedby')!)?.textContent).toContain('Isi alamat email')
  })

  it('asks staff with a second factor for a code and sends all three', async () => {
    serve({
      'GET /session': { body: nobody },
      'GET /program': { status: 503 },
      'POST /session': { status: 401, body: { code: 'one_time_code_required', title: 'Perlu kode' } },
    })
    const form = render(SignInForm, { props: { kind: 'staff' } })
    await form.get('input[type=email]').setValue('rina@contoh.id')
    await form.get('input[type=password]').setValue('rahasia-panjang')
    await form.get('form').trigger('submit')
    await flushPromises()
    expect(form.find('[role=alert]').exists()).toBe(false)
    expect(form.find('input[type=password]').exists()).toBe(false)

    const calls = serve({ 'POST /session': { status: 201, body: { kind: 'staff', csrfToken: 'token-1', roles: [] } } })
    await form.get('[autocomplete=one-time-code]').setValue(' 492039 ')
    await form.get('form').trigger('submit')
    await flushPromises()

    expect(await calls.find((call) => call.method === 'POST')!.json()).toEqual({ kind: 'staff', email: 'rina@contoh.id', password: 'rahasia-panjang', code: '492039' })
    expect(form.emitted('entered')).toHaveLength(1)
  })
})
