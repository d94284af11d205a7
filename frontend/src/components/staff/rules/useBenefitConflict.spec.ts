import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent } from 'vue'
import type { RuleTerms } from '@/api/rules'
import { type ConflictField, differences } from '@/composables/conflict'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { rupiah, same } from '@/test/staff'
import { type BenefitDraft, benefitDraft, newGives } from './benefit'
import { conditionNames } from './conditions'
import { useBenefitConflict } from './useBenefitConflict'

const plain: RuleTerms = { kind: 'base', name: same('Poin'), points: 1, per: rupiah(1000), conditions: {}, expiryMonths: 12, funderId: 'par_1' }
const full: RuleTerms = {
  ...plain,
  points: 2,
  conditions: {
    categories: ['Kopi'], minimum: rupiah(50000), tiers: ['gold'], weekdays: ['saturday', 'sunday'], skus: ['8991'], brands: ['Kapal Api'], partners: ['par_1'], stores: ['sto_1', 'sto_9'], channels: ['app'], hours: [{ from: '22:00', until: '02:00' }], daysOfMonth: [1, 25],
    calendars: ['cal_1'], audiences: ['aud_1'], firstPurchase: true, birthday: 'day', payments: ['e_wallet'],
  },
  caps: { perPurchase: 500, perMember: [{ period: 'day', unit: 'times', most: 1 }], budget: 1_000_000 },
  waiting: { days: 14 },
  expiryMonths: 0,
  expiry: { kind: 'fixed_date', month: 12, day: 31, leastDays: 90 },
  stacking: { group: 'kopi', priority: 10 },
  funderId: 'par_2',
}

async function fieldsOf() {
  serve({
    'GET /program': { body: program },
    'GET /partners': { body: { items: [{ partnerId: 'par_1', code: 'kopi', name: 'Kopi Senja', owner: true, state: 'active', openStores: 2 }] } },
    'GET /stores': { body: { items: [{ storeId: 'sto_1', partnerId: 'par_1', name: 'Toko Menteng', state: 'open' }] } },
    'GET /audiences': { body: { items: [{ audienceId: 'aud_1', version: 1, name: 'Pencinta kopi', changedAt: '2026-11-01T03:00:00Z', usedBy: [] }] } },
    'GET /calendars': { body: { items: [{ calendarId: 'cal_1', code: 'ramadan', name: same('Ramadan'), spans: [], version: 1 }] } },
  })
  let fields: () => ConflictField<{ benefit: BenefitDraft }>[] = () => []
  render(defineComponent(() => {
    fields = useBenefitConflict((id) => `mitra ${id}`).benefitFields
    return () => null
  }))
  await flushPromises()
  return fields()
}

const between = (fields: ConflictField<{ benefit: BenefitDraft }>[], mine: BenefitDraft, theirs: BenefitDraft) => differences(fields, { benefit: mine }, { benefit: mine }, { benefit: theirs })

it('tells every part of what a rule gives in its own words', async () => {
  const found = between(await fieldsOf(), benefitDraft(plain), benefitDraft(full))
  expect(found.map(({ path, theirs }) => `${path.replace('benefit.', '')}: ${theirs.replaceAll('\u00a0', ' ')}`)).toEqual([
    'gives: Anggota mendapat 2 poin tiap Rp1.000 belanja.',
    'conditions.categories: Kopi',
    'conditions.minimum: Rp50.000',
    'conditions.tiers: Emas',
    'conditions.weekdays: Sabtu, Minggu',
    'conditions.skus: 8991',
    'conditions.brands: Kapal Api',
    'conditions.partners: Kopi Senja',
    'conditions.stores: Toko Menteng, sto_9',
    'conditions.channels: lewat aplikasi',
    'conditions.hours: 22:00 sampai 02:00',
    'conditions.daysOfMonth: 1, 25',
    'conditions.calendars: Ramadan',
    'conditions.audiences: Pencinta kopi',
    'conditions.firstPurchase: ya',
    'conditions.birthday: pada hari ulang tahun anggota',
    'conditions.payments: dompet digital',
    'caps.perPurchase: 500 poin',
    'caps.perMember: Tiap anggota paling banyak 1 kali sehari',
    'caps.budget: 1.000.000 poin',
    'waiting: Poinnya bisa dipakai sesudah beberapa hari yaitu 14 hari',
    'expiry: Poinnya hangus pada satu tanggal dalam setahun, pada akhir 31 Desember, paling cepat 90 hari sesudah didapat',
    'stacking: Tidak digabung dengan aturan lain di kelompok kopi, dengan urutan 10',
    'funderId: mitra par_2',
  ])
})

it('leaves no part of a draft unsettled', async () => {
  const paths = (await fieldsOf()).map(({ path }) => path)
  const draft = benefitDraft(full)
  const parts = Object.keys(draft).flatMap((name) => (name === 'conditions' ? conditionNames.map((each) => `conditions.${each}`) : name === 'caps' ? Object.keys(draft.caps).map((each) => `caps.${each}`) : [name]))
  expect(paths.sort()).toEqual(parts.map((part) => `benefit.${part}`).sort())
})

it.each<[Partial<BenefitDraft['gives']>, string]>([
  [{ kind: 'multiplier', factor: '2,5' }, 'Poin belanja dihitung 2,5 kali.'],
  [{ kind: 'bonus' }, 'Anggota mendapat 100 poin tambahan tiap belanja.'],
  [{ kind: 'per_piece', points: 'banyak' }, 'Anggota mendapat banyak poin untuk tiap barang.'],
  [{ kind: 'join_bonus' }, 'Anggota baru mendapat 100 poin saat bergabung.'],
  [{ kind: 'event_bonus' }, 'Anggota mendapat 100 poin saat berulang tahun.'],
  [{ kind: 'event_bonus', event: { occasion: 'custom', code: 'survei', limit: 'once' } }, 'Anggota mendapat 100 poin untuk kejadian dari sistem mitra. Kode kejadiannya survei, dan poinnya diberikan sekali saja.'],
])('tells %o as a sentence', async (changed, sentence) => {
  const draft = benefitDraft(plain)
  const [found] = between(await fieldsOf(), draft, { ...draft, gives: { ...newGives(changed.kind!), ...changed } })
  expect(found!.theirs.replaceAll('\u00a0', ' ')).toBe(sentence)
})

it.each<[BenefitDraft['expiry']['kind'], string]>([
  ['end_of_month', 'Poinnya hangus pada akhir bulan saat didapat'],
  ['months_after', 'Poinnya hangus beberapa bulan sesudah didapat, tepat pada jamnya, sesudah 12 bulan'],
  ['inactivity', 'Poinnya hangus bila anggotanya lama tidak aktif, sesudah 12 bulan'],
])('tells the expiry %s', async (kind, text) => {
  const draft = benefitDraft(plain)
  const [found] = between(await fieldsOf(), draft, { ...draft, expiry: { ...draft.expiry, kind } })
  expect([found!.mine, found!.theirs].map((side) => side.replaceAll('\u00a0', ' '))).toEqual(['hangus sesudah 12 bulan', text])
})
