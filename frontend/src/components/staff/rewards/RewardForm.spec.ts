import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import ConflictSheet from '@/components/staff/conflict/ConflictSheet.vue'
import SheetDialog from '@/components/SheetDialog.vue'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import RewardForm from './RewardForm.vue'

const reward = { rewardId: 'rew_1', kind: 'product', state: 'published', version: 3, name: { id: 'Payung', en: 'Umbrella' }, description: { id: 'Ambil di toko.', en: 'Fetch it.' }, points: 200, perMember: 0, perPeriod: 0, tiers: [], redeemed: 0 }

it('shows what a colleague changed meanwhile, in the words of the form', async () => {
  const calls = serve({
    'GET /program': { body: program },
    'GET /session': { body: { kind: 'staff', roles: ['marketer'], csrfToken: 'x' } },
    'PUT /rewards/rew_1': { status: 412, body: { code: 'changed_meanwhile', title: 'Changed' } },
    'GET /rewards/rew_1': { body: { ...reward, version: 4, points: 2500 } },
  })
  const form = render(RewardForm, { props: { choices: { funders: [] }, reward } })
  await flushPromises()
  await form.findAll('input').find((input) => input.element.value === '200')!.setValue('3000')
  await form.get('form').trigger('submit')
  await flushPromises()
  const sheet = form.getComponent(ConflictSheet).getComponent(SheetDialog)
  expect(sheet.text()).toContain('Harga dalam poin')
  expect(sheet.text()).toContain('3.000')
  expect(sheet.text()).toContain('2.500')
  await sheet.get('input[value=mine]').setValue()
  await sheet.get('form').trigger('submit')
  await flushPromises()
  const sent = calls.filter(({ method }) => method === 'PUT')
  expect(sent.map(({ headers }) => headers.get('If-Match'))).toEqual(['"3"', '"4"'])
  expect(((await sent[1]!.json()) as { points: number }).points).toBe(3000)
})
