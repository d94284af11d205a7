import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { MemberResponse } from '@/api/types'
import { render, serve } from '@/test/render'
import DetailsSheet from './DetailsSheet.vue'

const member: MemberResponse = {
  memberId: 'mem_1',
  state: 'active',
  view: 'full',
  name: 'Sari Dewi',
  language: 'en',
  cards: [],
  points: { available: 0, pending: 0, held: 0, debt: 0, worth: { amount: '0', currency: 'IDR' } },
  tier: { code: 'red', name: { id: 'Merah', en: 'Red' }, rank: 1 },
  offers: [],
}

async function opened(changes: Partial<MemberResponse> = {}, answers: Parameters<typeof serve>[0] = { 'PUT /members/me/details': { status: 204 } }) {
  const calls = serve(answers)
  const sheet = render(DetailsSheet, { props: { member: { ...member, ...changes }, open: false } })
  await sheet.setProps({ open: true } as never)
  const submit = async () => {
    await sheet.get('form').trigger('submit')
    await flushPromises()
  }
  return { sheet, name: sheet.get('[autocomplete=name]'), submit, calls }
}

describe('a member’s own details', () => {
  it('begin with what is known, and are sent as they were changed', async () => {
    const { sheet, name, submit, calls } = await opened()
    expect((name.element as HTMLInputElement).value).toBe('Sari Dewi')
    expect(sheet.get('h2').text()).toBe('Data diri')
    expect(sheet.findAll('label').map((label) => label.text())).toEqual(['Nama', 'Tanggal lahir (boleh dikosongkan)', 'Bahasa pesan kami'])
    expect(sheet.text()).toContain('hanya petugas kami yang dapat mengubahnya')
    expect(sheet.get('select').element.value).toBe('en')
    expect(sheet.get(`label[for="${sheet.get('select').attributes('id')}"]`).text()).toBe('Bahasa pesan kami')

    await name.setValue(' Sari D. ')
    await sheet.get('select').setValue('id')
    await sheet.get('[type=date]').setValue('1990-05-01')
    await submit()
    expect(await calls[0]!.json()).toEqual({ name: 'Sari D.', language: 'id', birthDate: '1990-05-01' })
    expect(sheet.emitted('update:open')).toEqual([[false]])
  })

  it('keep a date of birth that was told once', async () => {
    const { sheet, submit, calls } = await opened({ birthDate: '1990-05-01' })
    expect(sheet.find('[type=date]').exists()).toBe(false)
    await submit()
    expect(await calls[0]!.json()).toMatchObject({ birthDate: '1990-05-01' })
  })

  it('need a name and a day that has been', async () => {
    const { sheet, name, submit, calls } = await opened()
    await name.setValue(' ')
    await sheet.get('[type=date]').setValue('2999-01-01')
    await submit()
    expect(sheet.text()).toContain('Isi nama Anda.')
    expect(sheet.text()).toContain('Tanggal lahir harus sebelum hari ini.')
    expect(calls).toHaveLength(0)
  })
})
