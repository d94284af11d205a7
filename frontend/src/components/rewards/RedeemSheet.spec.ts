import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { MemberReward } from '@/api/rewards'
import { render, serve } from '@/test/render'
import RedeemSheet from './RedeemSheet.vue'

const reward: MemberReward = {
  rewardId: 'rew_1',
  kind: 'till_discount',
  name: { id: 'Potongan Rp15.000', en: 'Rp15,000 off' },
  description: { id: 'Tunjukkan di kasir.', en: 'Show it at the till.' },
  points: 1500,
  partnerId: 'par_1',
  partnerName: 'Toko Kita',
  available: true,
  unavailable: [],
}
const taken = {
  redemptionId: 'red_1',
  rewardId: 'rew_1',
  rewardName: reward.name,
  kind: 'till_discount',
  state: 'done',
  points: 1500,
  redeemedAt: '2026-11-22T03:04:05Z',
  voucher: { voucherId: 'vou_1', state: 'issued', imported: false, issuedAt: '2026-11-22T03:04:05Z' },
}
const redemptions = 'POST /members/me/redemptions'

async function open() {
  const sheet = render(RedeemSheet, { props: { available: 2000, reward: undefined } })
  await sheet.setProps({ reward })
  await flushPromises()
  return sheet
}

describe('taking a reward', () => {
  it('shows the balance before and after it is confirmed', async () => {
    const sheet = await open()
    expect(sheet.text()).toContain('2.000\u00a0poin')
    expect(sheet.text()).toContain('Sisa setelah ditukar500\u00a0poin')
  })

  it('takes it once, however often it is tapped', async () => {
    const calls = serve({ [redemptions]: { status: 201, body: taken } })
    const sheet = await open()
    const button = sheet.findAll('button').find((candidate) => candidate.text().includes('Tukar'))!
    await Promise.all([button.trigger('click'), button.trigger('click')])
    await flushPromises()
    expect(calls.filter((call) => call.method === 'POST')).toHaveLength(1)
    expect(sheet.text()).toContain('Sudah menjadi milik Anda')
    expect(sheet.text()).toContain('Sisa poin Anda 500\u00a0poin')
  })

  it('asks for proof where the program wants one, and then takes it', async () => {
    serve({
      [redemptions]: { status: 403, body: { status: 403, code: 'redemption_proof_required', title: 'Buktikan' } },
      'GET /members/me/contacts': { body: { items: [], hasPassword: true } },
      'POST /members/me/step-up': { body: { kind: 'member', roles: [], csrfToken: 'fresh' } },
    })
    const sheet = await open()
    await sheet.findAll('button').find((candidate) => candidate.text().includes('Tukar'))!.trigger('click')
    await flushPromises()
    expect(sheet.text()).toContain('buktikan sekali lagi')
    await sheet.get('input[type="password"]').setValue('kopi susu gula aren')
    const calls = serve({ [redemptions]: { status: 201, body: taken }, 'GET /members/me/contacts': { body: { items: [], hasPassword: true } }, 'POST /members/me/step-up': { body: { kind: 'member', roles: [], csrfToken: 'fresh' } } })
    await sheet.get('form').trigger('submit')
    await flushPromises()
    expect(calls.map((call) => `${call.method} ${new URL(call.url).pathname}`)).toContain('POST /api/v1/members/me/step-up')
    expect(sheet.text()).toContain('Sudah menjadi milik Anda')
  })

  it('says why it was refused and keeps everything', async () => {
    serve({ [redemptions]: { status: 409, body: { status: 409, code: 'sold_out', title: 'Habis', detail: 'Hadiah ini habis. Poin Anda tetap.' } } })
    const sheet = await open()
    await sheet.findAll('button').find((candidate) => candidate.text().includes('Tukar'))!.trigger('click')
    await flushPromises()
    expect(sheet.get('[role="alert"]').text()).toContain('Poin Anda tetap')
  })
})
