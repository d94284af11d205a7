import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import type { PhoneGateway, PhoneGatewayRequest } from '@/api/types'
import { conflictIn } from '@/test/conflict'
import { render } from '@/test/render'
import { button, described, field } from '@/test/within'
import PhoneGatewaySettings from './PhoneGatewaySettings.vue'

const gateway: PhoneGateway = { on: true, address: 'https://sms.contoh.id/kirim', channel: 'sms', contentType: 'application/json', headers: ['Authorization'], body: '{"to":"{to}"}', secretKept: true, numberForm: 'digits', expected: '' }

const changed = new Problem(412, 'changed_meanwhile', 'Sudah berubah', undefined, undefined)
const busy = new Problem(503, 'busy', 'Sibuk', undefined, undefined)

async function shown(save: (request: PhoneGatewayRequest) => Promise<void>, now = gateway) {
  const form = render(PhoneGatewaySettings, { props: { gateway: { data: gateway, version: '"1"' }, save, read: () => Promise.resolve({ data: now, version: '"2"' }) } })
  const send = async () => {
    await form.get('form').trigger('submit')
    await flushPromises()
  }
  return { form, send }
}

describe('the gateway for messages to phones', () => {
  it('is saved as filled in, without the secrets that stay as they are', async () => {
    const save = vi.fn<(request: PhoneGatewayRequest) => Promise<void>>().mockResolvedValue()
    const { form, send } = await shown(save)
    expect(field(form, 'Rahasia di dalam isi').attributes('placeholder')).toBe('Tersimpan, isi hanya untuk mengganti')
    await field(form, 'Saluran').setValue('whatsapp')
    await button(form, 'Tambah tajuk').trigger('click')
    const [name, value] = form.findAll('fieldset input').slice(2)
    await name!.setValue(' X-Team ')
    await value!.setValue('setia')
    await send()
    expect(save).toHaveBeenCalledWith({
      address: gateway.address, channel: 'whatsapp', contentType: 'application/json', headers: [{ name: 'Authorization', value: undefined }, { name: 'X-Team', value: 'setia' }], body: gateway.body, secret: undefined, numberForm: 'digits', expected: '',
    }, '"1"')
    expect(form.emitted('saved')).toHaveLength(1)
  })

  it('asks for a whole address and a body before it is sent', async () => {
    const save = vi.fn<(request: PhoneGatewayRequest) => Promise<void>>()
    const { form, send } = await shown(save)
    await field(form, 'Alamat').setValue('sms.contoh.id')
    await field(form, 'Isi').setValue('')
    await send()
    expect(save).not.toHaveBeenCalled()
    expect(described(field(form, 'Alamat'))).toContain('Isi alamat lengkap yang dimulai dengan https://.')
    expect(described(field(form, 'Isi'))).toContain('Isi badan pesan.')
    expect(document.activeElement).toBe(field(form, 'Alamat').element)
  })

  it('says at the header what the server refuses of it, and below the form what belongs to no field', async () => {
    const save = vi
      .fn<(request: PhoneGatewayRequest) => Promise<void>>()
      .mockRejectedValueOnce(busy)
      .mockRejectedValueOnce(new Problem(422, 'validation_failed', 'Periksa', undefined, undefined, [{ pointer: '/headers/0/value', code: 'needed', detail: 'Isi nilainya lagi.' }]))
      .mockResolvedValueOnce()
    const { form, send } = await shown(save)
    await send()
    expect(form.get('[role=alert]').text()).toContain('Ada gangguan di pihak kami')
    await send()
    expect(described(field(form, 'Nilai tajuk'))).toBe('Isi nilainya lagi.')
    expect(form.emitted('saved')).toBeUndefined()
    await send()
    expect(described(field(form, 'Nilai tajuk'))).toBe('')
    expect(form.emitted('saved')).toHaveLength(1)
  })

  it('what a colleague made of it meanwhile is chosen from; a secret is not shown', async () => {
    const save = vi.fn().mockRejectedValueOnce(changed).mockResolvedValueOnce(undefined)
    const { form, send } = await shown(save, { ...gateway, channel: 'whatsapp', headers: ['Authorization', 'X-Team'], expected: 'ok' })
    await field(form, 'Rahasia di dalam isi').setValue('rahasia-baru')
    await field(form, 'Alamat').setValue('https://sms.contoh.id/v2')
    await send()
    for (const told of ['https://sms.contoh.id/v2', 'WhatsApp', 'X-Team', '••••••••']) expect(conflictIn(form).text()).toContain(told)
    expect(conflictIn(form).text()).not.toContain('rahasia-baru')
    await conflictIn(form).get('form').trigger('submit')
    await flushPromises()
    expect(save).toHaveBeenLastCalledWith(expect.objectContaining({ address: 'https://sms.contoh.id/v2', channel: 'whatsapp', secret: 'rahasia-baru', expected: 'ok', headers: [{ name: 'Authorization', value: undefined }, { name: 'X-Team', value: undefined }] }), '"2"')
  })

  it('what was typed stays when the gateway is read anew', async () => {
    const { form } = await shown(vi.fn())
    await field(form, 'Rahasia di dalam isi').setValue('rahasia-baru')
    await form.setProps({ gateway: { data: { ...gateway, channel: 'whatsapp' }, version: '"2"' } })
    expect(field(form, 'Rahasia di dalam isi').element.value).toBe('rahasia-baru')
  })
})
