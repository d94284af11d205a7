import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Redemption } from '@/api/rewards'
import { render, serve } from '@/test/render'
import { same, signedIn } from '@/test/staff'
import { button, words } from '@/test/within'
import MemberRedemptions from './MemberRedemptions.vue'

const taken: Redemption = {
  redemptionId: 'red_1', rewardId: 'rew_1', rewardName: same('Potongan Rp15.000'), kind: 'till_discount', state: 'done', points: 1500, redeemedAt: '2026-03-22T03:04:05Z',
  voucher: { voucherId: 'vou_1', state: 'issued', imported: false, issuedAt: '2026-03-22T03:04:05Z', expiresAt: '2026-04-30T17:00:00Z' },
}
const used: Redemption = { ...taken, redemptionId: 'red_2', rewardName: same('Payung'), voucher: { ...taken.voucher!, state: 'used', usedAt: '2026-03-23T03:04:05Z' } }
const path = 'GET /members/mem_1/redemptions'

async function shown(items: Redemption[], ...roles: Parameters<typeof signedIn>) {
  const answers: Parameters<typeof serve>[0] = { ...signedIn(...roles), [path]: { body: { items } } }
  const calls = serve(answers)
  const list = render(MemberRedemptions, { props: { memberId: 'mem_1' } })
  await flushPromises()
  return { list, calls, answers }
}

describe('what a member took for points', () => {
  it('is given back once the agent is sure, and the list is read anew', async () => {
    const { list, calls, answers } = await shown([taken], 'service_agent')
    expect(words(list)).toContain('1.500 poin')
    expect(words(list)).toContain('Berlaku sampai 30 April 2026')
    await button(list, 'Kembalikan poin: Potongan Rp15.000').trigger('click')
    expect(words(list)).toContain('1.500 poin kembali ke anggota')
    answers['PUT /members/mem_1/redemptions/red_1/cancellation'] = { body: { ...taken, state: 'cancelled' } }
    answers[path] = { body: { items: [{ ...taken, state: 'cancelled' }] } }
    await button(list, 'Ya, kembalikan').trigger('click')
    await flushPromises()
    expect(calls.filter(({ method }) => method === 'PUT')).toHaveLength(1)
    expect(list.emitted('changed')).toHaveLength(1)
    expect(words(list)).toContain('Dibatalkan')
    expect(list.findAll('button')).toHaveLength(0)
  })

  it('stays where it was used already, and where the role may only look', async () => {
    expect((await shown([used], 'administrator')).list.findAll('button')).toHaveLength(0)
    expect((await shown([taken], 'marketer')).list.findAll('button')).toHaveLength(0)
  })

  it('says why it could not be given back, and says so of no other', async () => {
    const { list, answers } = await shown([taken, { ...taken, redemptionId: 'red_3', rewardName: same('Kopi') }], 'administrator')
    answers['PUT /members/mem_1/redemptions/red_1/cancellation'] = { status: 409, body: { status: 409, code: 'voucher_used', title: 'Voucer sudah dipakai' } }
    await button(list, 'Kembalikan poin: Potongan Rp15.000').trigger('click')
    await button(list, 'Ya, kembalikan').trigger('click')
    await flushPromises()
    expect(list.get('[role=alert]').text()).toContain('Voucer sudah dipakai')
    expect(list.emitted('changed')).toBeUndefined()
    await button(list, 'Kembalikan poin: Kopi').trigger('click')
    expect(list.find('[role=alert]').exists()).toBe(false)
  })
})
