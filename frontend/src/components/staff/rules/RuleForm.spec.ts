import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Rule, RuleChoices, RuleTerms } from '@/api/rules'
import type { RuleDraft } from '@/api/ruleWork'
import { conflictIn, settle } from '@/test/conflict'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { changedMeanwhile, refused, rupiah, same, signedIn } from '@/test/staff'
import { button, described, field, words } from '@/test/within'
import RuleForm from './RuleForm.vue'

const choices: RuleChoices = { funders: [{ partnerId: 'par_1', name: 'Kopi Senja' }, { partnerId: 'par_2', name: 'Roti Pagi' }], categories: ['Minuman > Kopi'] }
const terms: RuleTerms = { kind: 'base', name: { id: 'Poin belanja', en: 'Points' }, points: 1, per: rupiah(1000), conditions: { categories: [], tiers: [], weekdays: [] }, expiryMonths: 12, funderId: 'par_1' }
const rule: Rule = { ruleId: 'rul_1', code: 'poin-belanja', state: 'in_force', throughOffer: false, version: 3, sentence: same('1 poin tiap Rp1.000.'), example: same('25 poin'), terms, versions: [] }
const draft: RuleDraft = { draftId: 'rdr_1', state: 'draft', version: 3, ruleId: 'rul_1', code: 'poin-belanja', terms, sentence: rule.sentence, example: rule.example, from: '2027-01-01T01:30:00Z', until: '2027-01-31T17:00:00Z', note: '', createdAt: '2026-11-20T03:00:00Z', changedAt: '2026-11-20T03:00:00Z' }
const later = <Kind extends Rule | RuleDraft>(of: Kind, changed: Partial<RuleTerms>): Kind => ({ ...of, version: 4, terms: { ...terms, ...changed }, sentence: same('2 poin tiap Rp1.000.') })

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** A moment after the last key the server has told how the rule reads. */
async function afterTyping() {
  vi.advanceTimersByTime(400)
  await flushPromises()
}

async function shown(props: { rule?: Rule; draft?: RuleDraft }, answers: Parameters<typeof serve>[0] = {}) {
  const all: Parameters<typeof serve>[0] = { ...signedIn('marketer'), 'GET /program': { body: program }, 'GET /rules': { body: { items: [] } }, 'POST /rules/preview': { body: { sentence: same('5 poin tiap Rp1.000.'), example: same('125 poin') } }, ...answers }
  const calls = serve(all)
  const form = render(RuleForm, { props: { choices, ...props } })
  await flushPromises()
  const send = async () => {
    await form.get('form').trigger('submit')
    await flushPromises()
  }
  const publish = async () => {
    await button(form, 'Terbitkan').trigger('click')
    await flushPromises()
  }
  return { form, answers: all, send, publish, writes: () => calls.filter(({ method, url }) => method !== 'GET' && !url.includes('/preview')) }
}

const value = (form: Awaited<ReturnType<typeof shown>>['form'], label: string) => field(form, label).element.value

describe('two people who change the same rule', () => {
  it('the slower one chooses, and both changes are kept on the newer version', async () => {
    const { form, answers, send, writes } = await shown({ draft }, { 'PUT /rule-drafts/rdr_1': changedMeanwhile })
    await field(form, 'Nama (Indonesia)').setValue('Poin kopi')
    await field(form, 'Catatan untuk peninjau').setValue('Untuk Januari')
    answers['GET /rule-drafts/rdr_1'] = { body: later(draft, { name: { id: 'Poin pagi', en: 'Points' }, points: 2 }) }
    await send()
    const sheet = words(conflictIn(form))
    for (const told of ['Nama (Indonesia)', 'Poin kopi', 'Poin pagi', 'Semula: Poin belanja', 'Keuntungan', 'Anggota mendapat 2 poin tiap Rp1.000 belanja.', 'Untuk Januari']) expect(sheet).toContain(told)
    expect(writes()).toHaveLength(1)
    await conflictIn(form).get('form').trigger('submit')
    expect(conflictIn(form).text()).toContain('Pilih salah satu.')
    await conflictIn(form).get('input[value=mine]').setValue()
    answers['PUT /rule-drafts/rdr_1'] = { body: { ...draft, version: 5 } }
    await conflictIn(form).get('form').trigger('submit')
    await flushPromises()
    expect(writes().map(({ method, headers }) => [method, headers.get('If-Match')])).toEqual([['PUT', '"3"'], ['PUT', '"4"']])
    expect(await writes()[1]!.json()).toMatchObject({ terms: { name: { id: 'Poin kopi', en: 'Points' }, points: 2 }, note: 'Untuk Januari' })
    expect(form.vm.$router.currentRoute.value.name).toBe('staff-rule-draft')
  })

  it('also where a rule in force gets a new version', async () => {
    const { form, answers, publish, writes } = await shown({ rule }, { 'POST /rules/rul_1/versions': changedMeanwhile })
    await field(form, 'Jumlah poin').setValue('5')
    await afterTyping()
    expect(words(form)).toContain('5 poin tiap Rp1.000.')
    answers['GET /rules/rul_1'] = { body: later(rule, { points: 2 }) }
    await publish()
    for (const told of ['Keuntungan', 'Anggota mendapat 5 poin tiap Rp1.000 belanja.', 'Anggota mendapat 2 poin tiap Rp1.000 belanja.']) expect(words(conflictIn(form))).toContain(told)
    answers['POST /rules/rul_1/versions'] = { body: { ...rule, version: 5 } }
    await settle(form, 'theirs')
    expect(writes().map(({ headers }) => headers.get('If-Match'))).toEqual(['"3"', '"4"'])
    expect(await writes()[1]!.json()).toMatchObject({ terms: { points: 2 } })
    expect(form.vm.$router.currentRoute.value.name).toBe('staff-rule')
  })

  it('what each of them did to another part is kept', async () => {
    const { form, answers, send, writes } = await shown({ draft }, { 'PUT /rule-drafts/rdr_1': changedMeanwhile })
    await field(form, 'Poin paling banyak tiap belanja').setValue('500')
    await field(form, 'Kelompok').setValue('kopi')
    answers['GET /rule-drafts/rdr_1'] = { body: later(draft, { conditions: { ...terms.conditions, channels: ['app'], hours: [{ from: '22:00', until: '02:00' }] }, waiting: { days: 14 }, stacking: { group: 'teh' } }) }
    await send()
    const sheet = words(conflictIn(form))
    for (const told of ['Poin paling banyak tiap belanja', '500 poin', 'lewat aplikasi', '22:00 sampai 02:00', 'sesudah beberapa hari yaitu 14 hari', 'kelompok kopi', 'kelompok teh']) expect(sheet).toContain(told)
    await conflictIn(form).get('input[value=mine]').setValue()
    answers['PUT /rule-drafts/rdr_1'] = { body: { ...draft, version: 5 } }
    await conflictIn(form).get('form').trigger('submit')
    await flushPromises()
    expect((await writes()[1]!.json()).terms).toEqual({ ...terms, conditions: { ...terms.conditions, channels: ['app'], hours: [{ from: '22:00', until: '02:00' }] }, caps: { perPurchase: 500 }, waiting: { days: 14 }, stacking: { group: 'kopi' } })
  })

  it('who goes back to the form keeps what was typed and reads why nothing was saved', async () => {
    const { form, answers, send, writes } = await shown({ rule }, { 'POST /rule-drafts': changedMeanwhile })
    await field(form, 'Nama (Inggris)').setValue('Coffee points')
    answers['GET /rules/rul_1'] = { body: later(rule, { points: 2 }) }
    await send()
    await button(conflictIn(form), 'Kembali ke formulir').trigger('click')
    await flushPromises()
    expect(form.get('aside [role=alert]').text()).toContain('Sudah berubah')
    expect(value(form, 'Nama (Inggris)')).toBe('Coffee points')
    expect(writes()).toHaveLength(1)
  })
})

describe('a rule that is read anew', () => {
  it('shows what is stored now where nothing was typed, and is saved on that version', async () => {
    const { form, send, writes } = await shown({ draft }, { 'PUT /rule-drafts/rdr_1': { body: { ...draft, version: 5 } } })
    await form.setProps({ draft: later(draft, { name: { id: 'Poin pagi', en: 'Morning points' }, points: 2 }) } as never)
    expect(['Nama (Indonesia)', 'Nama (Inggris)', 'Jumlah poin'].map((label) => value(form, label))).toEqual(['Poin pagi', 'Morning points', '2'])
    await send()
    expect(writes()[0]!.headers.get('If-Match')).toBe('"4"')
  })

  it('leaves what was typed, and is saved on the version it was typed on', async () => {
    const { form, send, writes } = await shown({ draft }, { 'PUT /rule-drafts/rdr_1': { body: { ...draft, version: 5 } } })
    await field(form, 'Nama (Indonesia)').setValue('Poin kopi')
    await form.setProps({ draft: later(draft, { name: { id: 'Poin pagi', en: 'Morning points' }, points: 2 }) } as never)
    expect(['Nama (Indonesia)', 'Nama (Inggris)', 'Jumlah poin'].map((label) => value(form, label))).toEqual(['Poin kopi', 'Points', '1'])
    await send()
    expect(writes()[0]!.headers.get('If-Match')).toBe('"3"')
  })
})

describe('writing a rule', () => {
  it('makes its code of its name until one is written, and keeps a draft of it', async () => {
    const { form, send, writes } = await shown({}, { 'POST /rule-drafts': { body: draft } })
    await form.get('input[value=multiplier]').setValue()
    expect(value(form, 'Berapa kali')).toBe('2')
    await field(form, 'Nama (Indonesia)').setValue('Kopi 2× akhir pekan')
    expect(value(form, 'Kode')).toBe('kopi-2-akhir-pekan')
    await field(form, 'Kode').setValue('kopi')
    await field(form, 'Nama (Indonesia)').setValue('Kopi dobel')
    await field(form, 'Hari pertama').setValue('2027-01-01')
    await field(form, 'Hari terakhir').setValue('2027-01-31')
    await field(form, 'Perkiraan biaya, poin per bulan').setValue('9000')
    await send()
    const sent = await writes()[0]!.json()
    expect(sent).toMatchObject({ code: 'kopi', from: '2026-12-31T17:00:00.000Z', until: '2027-01-31T17:00:00.000Z', statedPointsPerMonth: 9000, terms: { kind: 'multiplier', factor: '2', name: { id: 'Kopi dobel', en: '' }, funderId: 'par_1' } })
    expect(sent.terms).not.toHaveProperty('summary')
    expect(form.vm.$router.currentRoute.value.params).toEqual({ draftId: 'rdr_1' })
  })

  it('keeps the hour of a day that was not touched, and shows how the rule would read', async () => {
    const { form, send, writes } = await shown({ draft }, { 'PUT /rule-drafts/rdr_1': { body: { ...draft, version: 4 } } })
    expect([value(form, 'Hari pertama'), value(form, 'Hari terakhir')]).toEqual(['2027-01-01', '2027-01-31'])
    await afterTyping()
    expect(words(form)).toContain('Contoh: 125 poin.')
    await field(form, 'Hari terakhir').setValue('2027-02-28')
    await send()
    expect(await writes()[0]!.json()).toMatchObject({ from: '2027-01-01T01:30:00Z', until: '2027-02-28T17:00:00.000Z' })
    expect(form.findAll('button').map(words)).not.toContain('Terbitkan')
  })

  it('is published at once where it is asked to, and says at the fields what the server refuses', async () => {
    const { form, publish, answers, writes } = await shown({}, { 'POST /rules': refused('/terms/name/id', 'Wajib diisi.') })
    await publish()
    expect(described(field(form, 'Nama (Indonesia)'))).toBe('Wajib diisi.')
    expect(document.activeElement).toBe(field(form, 'Nama (Indonesia)').element)
    expect(await writes()[0]!.json()).toMatchObject({ code: 'aturan', terms: { kind: 'base', points: 1, per: rupiah(1000) } })
    answers['POST /rules'] = refused('/terms/points', 'Harus lebih dari 0.')
    await publish()
    expect(field(form, 'Jumlah poin').attributes('aria-invalid')).toBe('true')
    expect(form.get('[role=alert]').text()).toBe('Harus lebih dari 0.')
    answers['POST /rules'] = { body: rule }
    await publish()
    expect(form.vm.$router.currentRoute.value.name).toBe('staff-rule')
  })

  it('keeps its conditions and limits when it becomes another kind, and again after one that knows none', async () => {
    const { form, send, writes } = await shown({}, { 'POST /rule-drafts': { body: draft } })
    await field(form, 'Belanja paling sedikit').setValue('50.000')
    await field(form, 'Sabtu').setValue(true)
    await field(form, 'Anggaran poin').setValue('1000')
    await form.get('input[value=event_bonus]').setValue()
    await field(form, 'Kejadian').setValue('referrer')
    await send()
    expect((await writes()[0]!.json()).terms).toEqual({ kind: 'event_bonus', name: { id: '', en: '' }, points: 100, event: { occasion: 'referrer' }, expiryMonths: 12, funderId: 'par_1' })
    await form.get('input[value=per_piece]').setValue()
    await send()
    expect((await writes()[1]!.json()).terms).toEqual({ kind: 'per_piece', name: { id: '', en: '' }, points: 10, conditions: { categories: [], tiers: [], weekdays: ['saturday'], minimum: rupiah(50000) }, caps: { budget: 1000 }, expiryMonths: 12, funderId: 'par_1' })
  })

  it('is not sent while a limit is no figure, which would be left out unseen', async () => {
    const { form, send, writes } = await shown({ draft }, { 'PUT /rule-drafts/rdr_1': { body: { ...draft, version: 4 } } })
    await field(form, 'Anggaran poin').setValue('banyak')
    await send()
    expect(writes()).toHaveLength(0)
    expect(document.activeElement).toBe(field(form, 'Anggaran poin').element)
    expect(form.findAll('[role=alert]').map(words)).toEqual(['Tulis angka bulat.'])
    await field(form, 'Anggaran poin').setValue('')
    await send()
    expect(writes()).toHaveLength(1)
  })

  it('opens its limits where the server refuses one, and goes there', async () => {
    const { form, send } = await shown({ draft }, { 'PUT /rule-drafts/rdr_1': refused('/terms/stacking/group', 'Hanya huruf kecil, angka dan garis.') })
    const limits = form.get('details')
    expect(limits.attributes('open')).toBeUndefined()
    await send()
    expect(limits.attributes('open')).toBeDefined()
    expect(words(limits.get('[role=alert]'))).toBe('Hanya huruf kecil, angka dan garis.')
    expect(document.activeElement).toBe(field(form, 'Kelompok').element)
  })

  it('comes back as it was read, whatever it says', async () => {
    const said: RuleTerms = { ...terms, conditions: { ...terms.conditions, stores: ['sto_1'], hours: [{ from: '22:00', until: '02:00' }], payments: ['e_wallet'], birthday: 'month' }, caps: { perMember: [{ period: 'day', unit: 'times', most: 1 }] }, expiryMonths: 0, expiry: { kind: 'inactivity', months: 12 }, waiting: { confirmation: true }, stacking: { group: 'kopi', priority: 5 } }
    const { form, send, writes } = await shown({ draft: { ...draft, terms: said } }, { 'PUT /rule-drafts/rdr_1': { body: { ...draft, version: 4 } } })
    expect(form.get('details').attributes('open')).toBeDefined()
    expect(form.findAll('[data-condition]').map((line) => line.attributes('data-condition'))).toEqual(['stores', 'hours', 'birthday', 'payments'])
    await send()
    expect((await writes()[0]!.json()).terms).toEqual(said)
  })
})
