import { flushPromises } from '@vue/test-utils'
import { expect, it, onTestFinished } from 'vitest'
import { client, holdCsrfToken } from '@/api/client'
import { described, field } from '@/test/within'
import { render, serve } from '@/test/render'
import { staffSession } from '@/test/staffPerson'
import PasswordBox from './PasswordBox.vue'

function open(answers: Parameters<typeof serve>[0] = {}) {
  const calls = serve(answers)
  const box = render(PasswordBox)
  const change = async (current: string, wanted: string) => {
    await field(box, 'Kata sandi sekarang').setValue(current)
    await field(box, 'Kata sandi baru').setValue(wanted)
    await box.get('form').trigger('submit')
    await flushPromises()
  }
  return { box, change, calls, sent: () => calls.filter(({ method }) => method === 'PUT') }
}

it('changes the password, empties the fields, and goes on with the session that was renewed', async () => {
  onTestFinished(() => holdCsrfToken(''))
  const { box, change, calls, sent } = open({ 'PUT /staff/me/password': { body: { ...staffSession, csrfToken: 'token-renewed' } } })
  await change('kopi susu pagi', 'teh poci sore hari')

  expect(await sent()[0]!.json()).toEqual({ currentPassword: 'kopi susu pagi', newPassword: 'teh poci sore hari' })
  expect(box.get('[role=status]').text()).toBe('Kata sandi diganti. Perangkat lain sudah keluar.')
  expect(box.findAll('input').map((input) => input.element.value)).toEqual(['', ''])
  expect(box.find('[aria-invalid=true]').exists()).toBe(false)
  await client.DELETE('/session')
  expect(calls.at(-1)!.headers.get('X-CSRF-Token')).toBe('token-renewed')
})

it('does not send a new one that is too short', async () => {
  const { box, change, sent } = open()
  await change('kopi susu pagi', 'teh')

  expect(sent()).toHaveLength(0)
  expect(described(field(box, 'Kata sandi baru'))).toContain('Kata sandi minimal 10 karakter.')
  expect(document.activeElement).toBe(field(box, 'Kata sandi baru').element)
})

it('says at the field that the current one is wrong', async () => {
  const { box, change } = open({ 'PUT /staff/me/password': { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/currentPassword', code: 'wrong', detail: 'Kata sandi salah.' }] } } })
  await change('salah', 'teh poci sore hari')

  expect(described(field(box, 'Kata sandi sekarang'))).toContain('Kata sandi salah.')
  expect(field(box, 'Kata sandi baru').element.value).toBe('teh poci sore hari')
  expect(box.find('[role=status]').exists()).toBe(false)
})
