import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import { pointsOf, purchase } from '@/test/staff'
import { button, described, field, words } from '@/test/within'
import AttachSheet from './AttachSheet.vue'

const loose = { ...purchase, state: 'unattached', memberId: undefined }
const effect = { memberId: 'mem_1', memberName: 'Budi', points: 120, debtAdded: 0, before: pointsOf(100), after: pointsOf(220) }

async function searched(answers: Parameters<typeof serve>[0], number = ' 0091-4471 ') {
  const calls = serve(answers)
  const sheet = render(AttachSheet, { props: { memberId: 'mem_1', open: true } })
  await flushPromises()
  await field(sheet, 'Nomor struk atau pesanan').setValue(number)
  await sheet.get('form').trigger('submit')
  await flushPromises()
  return { sheet, calls }
}

describe('giving a receipt to a member', () => {
  it('finds it by its number, shows what it would do, and sends it with the reason', async () => {
    const { sheet, calls } = await searched({
      'GET /purchases': { body: { items: [loose, { ...purchase, purchaseId: 'pur_2' }] } },
      'POST /purchases/pur_1/previews': { body: { effects: [effect] } },
      'PUT /purchases/pur_1/member': { body: purchase },
    })
    expect(calls.map(({ url }) => new URL(url)).find(({ pathname }) => pathname.endsWith('/purchases'))!.search).toBe('?number=0091-4471')
    const [free, taken] = sheet.findAll('li button')
    expect(words(taken!)).toContain('Sudah ada pemiliknya')
    expect(taken!.attributes('disabled')).toBeDefined()
    await free!.trigger('click')
    await flushPromises()
    expect(free!.attributes('aria-pressed')).toBe('true')
    expect(words(sheet)).toContain('Poin tersedia: 100 → 220')
    await sheet.findAll('form')[1]!.trigger('submit')
    expect(described(field(sheet, 'Penjelasan untuk rekan'))).toContain('Tulis penjelasan singkat.')
    await field(sheet, 'Penjelasan untuk rekan').setValue('Lupa kartu')
    await field(sheet, 'Alasan (dibaca anggota)').setValue('member_request')
    await sheet.findAll('form')[1]!.trigger('submit')
    await flushPromises()
    expect(await calls.find(({ method }) => method === 'PUT')!.json()).toEqual({ member: { memberId: 'mem_1' }, reasonCode: 'member_request', reason: 'Lupa kartu' })
    expect(sheet.emitted('done')).toHaveLength(1)
    expect(sheet.emitted('update:open')).toEqual([[false]])
  })

  it('says so when there is none of this number', async () => {
    const { sheet } = await searched({ 'GET /purchases': { body: { items: [] } } })
    expect(sheet.get('[role=status]').text()).toBe('Tidak ada struk dengan nomor ini.')
  })

  it('begins anew when it is opened again after a failure', async () => {
    const { sheet } = await searched({ 'GET /purchases': { status: 503, body: { status: 503, code: 'busy', title: 'Sibuk' } } })
    expect(sheet.find('[role=alert]').exists()).toBe(true)
    await sheet.setProps({ open: false } as never)
    await sheet.setProps({ open: true } as never)
    expect(sheet.find('[role=alert]').exists()).toBe(false)
    expect(field(sheet, 'Nomor struk atau pesanan').element.value).toBe('')
  })

  it('stays open where the server refuses, and says why until another is chosen', async () => {
    const { sheet } = await searched({
      'GET /purchases': { body: { items: [loose, { ...loose, purchaseId: 'pur_2' }] } },
      'POST /purchases/pur_2/previews': { body: { effects: [effect] } },
      'POST /purchases/pur_1/previews': { body: { effects: [effect] } },
      'PUT /purchases/pur_1/member': { status: 409, body: { status: 409, code: 'purchase_attached', title: 'Struk sudah ada pemiliknya' } },
    })
    await sheet.get('li button').trigger('click')
    await field(sheet, 'Penjelasan untuk rekan').setValue('Lupa kartu')
    await button(sheet, 'Kaitkan sekarang').trigger('submit')
    await flushPromises()
    expect(sheet.get('[role=alert]').text()).toContain('Struk sudah ada pemiliknya')
    expect(sheet.emitted('done')).toBeUndefined()
    await sheet.findAll('li button')[1]!.trigger('click')
    await flushPromises()
    expect(sheet.find('[role=alert]').exists()).toBe(false)
  })
})
