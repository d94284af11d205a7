import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import { pointsOf, purchase, signedIn } from '@/test/staff'
import { button, field, words } from '@/test/within'
import MemberActions from './MemberActions.vue'

const effect = { memberId: 'mem_1', memberName: 'Budi', points: 50, debtAdded: 0, before: pointsOf(100), after: pointsOf(150) }
const preview = { effect, needsApproval: true, perAct: 40, perDay: 100, usedToday: 0 }

async function shown(role: Parameters<typeof signedIn>[0], props: Record<string, unknown> = {}) {
  serve({ ...signedIn(role), 'POST /members/mem_1/adjustment-previews': { body: preview }, 'POST /members/mem_1/adjustments': { body: { state: 'waiting', approvalId: 'apr_1' } } })
  const actions = render(MemberActions, { props: { memberId: 'mem_1', purchase: undefined, lessened: undefined, ...props } })
  await flushPromises()
  return actions
}

describe('what agents may put right of a member', () => {
  it('is not shown to who may only look', async () => {
    expect((await shown('marketer')).findAll('button')).toHaveLength(0)
  })

  it('opens the sheet that was asked for, and tells afterwards that somebody else must agree', async () => {
    const actions = await shown('service_agent')
    await button(actions, 'Tambah/kurangi poin').trigger('click')
    const sheet = actions.get('dialog[open]')
    await field(sheet, 'Berapa poin').setValue('50')
    await field(sheet, 'Penjelasan untuk rekan').setValue('Maaf')
    await sheet.get('form').trigger('submit')
    await flushPromises()
    await sheet.get('form').trigger('submit')
    await flushPromises()
    expect(actions.find('dialog[open]').exists()).toBe(false)
    expect(words(actions.get('[role=status]'))).toBe('Permintaan terkirim. Poin berubah setelah orang lain menyetujuinya.')
    expect(actions.emitted('done')).toHaveLength(1)
  })

  it('takes points of the purchase the page chose, and lets go of it when closed', async () => {
    const actions = await shown('administrator')
    await actions.setProps({ lessened: purchase } as never)
    await flushPromises()
    expect(words(actions.get('dialog[open]'))).toContain('Untuk belanja di Toko Menteng, poin yang masih berlaku 120 poin.')
    await button(actions.get('dialog[open]'), 'Tutup').trigger('click')
    expect(actions.emitted('update:lessened')).toEqual([[undefined]])
  })
})
