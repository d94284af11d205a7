import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { render } from '@/test/render'
import { button, described, field } from '@/test/within'
import GatewayHeaders, { type HeaderDraft } from './GatewayHeaders.vue'

function shown(begun: HeaderDraft[], refusals: Record<string, string> = {}) {
  const headers = ref(begun)
  const form = render(defineComponent(() => () => h(GatewayHeaders, { modelValue: headers.value, 'onUpdate:modelValue': (now: HeaderDraft[]) => (headers.value = now), refusals })))
  return { form, headers }
}

describe('the headers of a gateway', () => {
  it('are added one by one and removed by their name', async () => {
    const { form, headers } = shown([{ name: 'X-Key', value: 'a', kept: false }, { name: 'X-Team', value: 'b', kept: false }])
    await button(form, 'Tambah tajuk').trigger('click')
    expect(form.findAll('input')).toHaveLength(6)
    await button(form, 'Hapus tajuk X-Key').trigger('click')
    expect(headers.value.map(({ name }) => name)).toEqual(['X-Team', ''])
  })

  it('a kept value says so, until the header is another', async () => {
    const { form, headers } = shown([{ name: 'Authorization', value: '', kept: true }])
    expect(field(form, 'Nilai tajuk').attributes('placeholder')).toBe('Tersimpan, isi hanya untuk mengganti')
    await field(form, 'Nama tajuk').setValue('X-Key')
    expect(headers.value).toEqual([{ name: 'X-Key', value: '', kept: false }])
    expect(field(form, 'Nilai tajuk').attributes('placeholder')).toBe('')
  })

  it('a refusal stands at its own field', () => {
    const { form } = shown([{ name: 'Host', value: 'x', kept: false }], { '/headers/0/name': 'Tajuk ini tidak boleh.' })
    expect(described(field(form, 'Nama tajuk'))).toBe('Tajuk ini tidak boleh.')
    expect(field(form, 'Nilai tajuk').attributes('aria-invalid')).toBe('false')
  })
})
