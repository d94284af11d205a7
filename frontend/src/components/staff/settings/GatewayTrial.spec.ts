import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import { refused } from '@/test/staff'
import { described, field, words } from '@/test/within'
import GatewayTrial from './GatewayTrial.vue'

async function tried(answer: Parameters<typeof serve>[0][string]) {
  const calls = serve({ 'POST /settings/phone-gateway/test': answer })
  const form = render(GatewayTrial)
  await field(form, 'Nomor HP').setValue('0812-3456-7890')
  await form.get('form').trigger('submit')
  await flushPromises()
  return { form, calls }
}

describe('a trial message', () => {
  it('goes to the number as it is written abroad, and tells what the gateway said', async () => {
    const { form, calls } = await tried({ body: { taken: true, status: 202, answer: '{"ok":true}' } })
    expect(await calls.find(({ method }) => method === 'POST')!.json()).toEqual({ to: '+6281234567890' })
    expect(words(form.get('[role=status]'))).toBe('Diterima gateway (status 202).Jawabannya: {"ok":true}')
  })

  it('tells a refusal from a gateway that cannot be reached', async () => {
    expect(words((await tried({ body: { taken: false, status: 401 } })).form.get('[role=status]'))).toBe('Ditolak gateway (status 401).')
    expect(words((await tried({ body: { taken: false } })).form.get('[role=status]'))).toBe('Gateway tidak terjangkau dalam 10 detik.')
  })

  it('says at the field that the number is none, and below the form that there is no gateway', async () => {
    const { form } = await tried(refused('/to', 'Nomor HP tidak lengkap.'))
    expect(described(field(form, 'Nomor HP'))).toBe('Nomor HP tidak lengkap.')
    expect(form.find('[role=alert]').exists()).toBe(false)
    expect((await tried({ status: 409, body: { status: 409, code: 'no_phone_gateway', title: 'Belum ada gateway' } })).form.get('[role=alert]').text()).toContain('Belum ada gateway')
  })
})
