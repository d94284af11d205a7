import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { RecordedDetails } from '@/api/membership'
import { conflictIn, settle } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile, refused } from '@/test/staff'
import { described, field, words } from '@/test/within'
import DetailsSheet from './DetailsSheet.vue'

const details: RecordedDetails = { name: 'Budi', language: 'id', email: 'budi@contoh.id', phone: '+6281234567890' }
const [read, write] = ['GET /members/mem_1/details', 'PUT /members/mem_1/details']
const stored = (version: number, changed: Partial<RecordedDetails> = {}) => ({ body: { ...details, ...changed }, headers: { ETag: `"${version}"` } })

async function opened(answers: Parameters<typeof serve>[0] = {}) {
  const all = { [read]: stored(1), ...answers }
  const calls = serve(all)
  const sheet = render(DetailsSheet, { props: { memberId: 'mem_1', open: false } })
  await sheet.setProps({ open: true } as never)
  await flushPromises()
  const send = async () => {
    await sheet.get('form').trigger('submit')
    await flushPromises()
  }
  return { sheet, answers: all, send, writes: () => calls.filter(({ method }) => method === 'PUT') }
}

describe('correcting a member’s details', () => {
  it('needs a name and a reason, and is saved from the version that was read without what was emptied', async () => {
    const { sheet, send, writes } = await opened({ [write]: stored(2) })
    await field(sheet, 'Nama').setValue(' ')
    await send()
    expect(described(field(sheet, 'Nama'))).toBe('Isi namanya.')
    expect(described(field(sheet, 'Alasan'))).toContain('Tulis alasannya.')
    expect(writes()).toHaveLength(0)
    await field(sheet, 'Nama').setValue('Budi Santoso')
    await field(sheet, 'Nomor HP').setValue('')
    await field(sheet, 'Bahasa').setValue('en')
    await field(sheet, 'Alasan').setValue('Salah ketik')
    await send()
    expect(await writes()[0]!.json()).toEqual({ name: 'Budi Santoso', language: 'en', email: 'budi@contoh.id', reason: 'Salah ketik' })
    expect(writes()[0]!.headers.get('If-Match')).toBe('"1"')
    expect(sheet.emitted('update:open')).toEqual([[false]])
  })

  it('two people who correct the same member choose, and the reason is not asked twice', async () => {
    const { sheet, answers, send, writes } = await opened({ [write]: changedMeanwhile })
    await field(sheet, 'Nomor HP').setValue('+6281111111111')
    await field(sheet, 'Alasan').setValue('Ganti nomor')
    answers[read] = stored(2, { phone: '+6282222222222', birthDate: '1990-05-17' })
    await send()
    for (const told of ['0811-1111-1111', '0822-2222-2222', 'Tanggal lahir', '17 Mei 1990']) expect(words(conflictIn(sheet))).toContain(told)
    answers[write] = stored(3)
    await settle(sheet, 'theirs')
    expect(writes()[1]!.headers.get('If-Match')).toBe('"2"')
    expect(await writes()[1]!.json()).toEqual({ name: 'Budi', language: 'id', email: 'budi@contoh.id', phone: '+6282222222222', birthDate: '1990-05-17', reason: 'Ganti nomor' })
  })

  it('says at the field what the server refuses, and what could not be read at all', async () => {
    const { sheet, send } = await opened({ [write]: refused('/email', 'Alamat ini milik anggota lain.') })
    await field(sheet, 'Alasan').setValue('Salah ketik')
    await send()
    expect(described(field(sheet, 'Email'))).toContain('Alamat ini milik anggota lain.')
    const closed = await opened({ [read]: { status: 403, body: { status: 403, code: 'forbidden', title: 'Tidak boleh' } } })
    expect(closed.sheet.find('form').exists()).toBe(false)
    expect(closed.sheet.get('[role=alert]').text()).toContain('Anda tidak memiliki akses')
  })
})
