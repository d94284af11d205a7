import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ProgramSettings } from '@/api/setup'
import { conflictIn } from '@/test/conflict'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { changedMeanwhile, refused } from '@/test/staff'
import { described, field, words } from '@/test/within'
import ProgramBox from './ProgramBox.vue'

const settings: ProgramSettings = { name: 'Kopi Senja', pointsName: { id: 'poin', en: 'points' }, pointWorth: '10', currency: 'IDR', timeZone: 'Asia/Jakarta', fixed: false }
const [read, write] = ['GET /settings/program', 'PUT /settings/program']
const stored = (version: number, changed: Partial<ProgramSettings> = {}) => ({ body: { ...settings, ...changed }, headers: { ETag: `"${version}"` } })

async function shown(answers: Parameters<typeof serve>[0] = {}) {
  const all = { 'GET /program': { body: program }, [read]: stored(1), ...answers }
  const calls = serve(all)
  const box = render(ProgramBox)
  await flushPromises()
  const send = async () => {
    await box.get('form').trigger('submit')
    await flushPromises()
  }
  return { box, answers: all, send, writes: () => calls.filter(({ method }) => method === 'PUT') }
}

describe('the programme itself', () => {
  it('is saved from the version that was read, with figures and currency as the server writes them', async () => {
    const { box, send, writes } = await shown({ [write]: stored(2, { currency: 'SGD', pointWorth: '0.5' }) })
    await field(box, 'Nilai satu poin (IDR)').setValue('0,5')
    await field(box, 'Mata uang').setValue('sgd')
    await field(box, 'Zona waktu').setValue('Asia/Makassar')
    await send()
    expect(await writes()[0]!.json()).toEqual({ name: 'Kopi Senja', pointsName: { id: 'poin', en: 'points' }, pointWorth: '0.5', currency: 'SGD', timeZone: 'Asia/Makassar' })
    expect(writes()[0]!.headers.get('If-Match')).toBe('"1"')
    expect(box.get('[role=status]').text()).toBe('Tersimpan')
  })

  it('keeps currency and zone once there are purchases', async () => {
    const { box } = await shown({ [read]: stored(1, { fixed: true }) })
    expect(words(box)).toContain('Mata uang dan zona waktu tetap karena sudah ada pembelian.')
    expect(['Mata uang', 'Zona waktu', 'Nama program'].map((label) => field(box, label).attributes('disabled') !== undefined)).toEqual([true, true, false])
  })

  it('two people who change it choose, and nothing is lost', async () => {
    const { box, answers, send, writes } = await shown({ [write]: changedMeanwhile })
    await field(box, 'Nama program').setValue('Kopi Pagi')
    answers[read] = stored(2, { name: 'Kopi Malam', pointWorth: '20' })
    await send()
    for (const told of ['Nama program', 'Kopi Pagi', 'Kopi Malam', 'Nilai satu poin (IDR)']) expect(words(conflictIn(box))).toContain(told)
    await conflictIn(box).get('input[value=mine]').setValue()
    answers[write] = stored(3, { name: 'Kopi Pagi', pointWorth: '20' })
    await conflictIn(box).get('form').trigger('submit')
    await flushPromises()
    expect(writes()[1]!.headers.get('If-Match')).toBe('"2"')
    expect(await writes()[1]!.json()).toMatchObject({ name: 'Kopi Pagi', pointWorth: '20' })
  })

  it('says at the field what the server refuses', async () => {
    const { box, send } = await shown({ [write]: refused('/pointsName/en', 'Isi nama poin.') })
    await send()
    expect(described(field(box, 'Nama poin (Inggris)'))).toBe('Isi nama poin.')
  })
})
