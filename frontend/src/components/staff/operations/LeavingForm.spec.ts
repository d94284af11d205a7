import { expect, it } from 'vitest'
import { render } from '@/test/render'
import LeavingForm from './LeavingForm.vue'

const preview = { leavesAt: '2026-12-01T00:00:00+07:00', refundsUntil: '2026-12-31T00:00:00+07:00', items: [{ kind: 'outstanding_points', name: '', points: 1200 }, { kind: 'rule', name: 'Poin 2×' }, { kind: 'kiosk', name: 'Kios' }] }
const given = { today: '2026-11-22', looking: false, busy: false, mayAsk: true }

it('first shows what it would mean', async () => {
  const form = render(LeavingForm, { props: given })
  await form.get('input[type=date]').setValue('2026-12-01')
  await form.get('form').trigger('submit')
  expect(form.emitted('look')).toEqual([['2026-12-01']])
})

it('then asks a second person, with a reason', async () => {
  const form = render(LeavingForm, { props: { ...given, preview } })
  expect(form.text().replaceAll('\u00a0', ' ')).toContain('1.200 poin')
  expect(form.text()).toContain('Kios')
  await form.get('form').trigger('submit')
  expect(form.emitted('ask')).toBeUndefined()
  await form.get('textarea').setValue('Kontrak selesai')
  await form.get('form').trigger('submit')
  expect(form.emitted('ask')).toEqual([['2026-11-22', 'Kontrak selesai']])
})
