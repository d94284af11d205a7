import { expect, it } from 'vitest'
import { render } from '@/test/render'
import EndpointForm from './EndpointForm.vue'

const partner = (partnerId: string, owner: boolean) => ({ partnerId, code: partnerId, name: partnerId, owner, state: 'active', openStores: 1 })
const types = [
  { type: 'purchase.posted', version: 1, description: '', audience: 'sharing', dataSchema: {} },
  { type: 'rule.published', version: 1, description: '', audience: 'owner', dataSchema: {} },
]

it('sends what was written, without what the partner chosen is not told', async () => {
  const form = render(EndpointForm, { props: { partners: [partner('par_1', true), partner('par_2', false)], types, busy: false, refusal: () => undefined } })
  await form.findAll('input[type=radio]')[1]!.setValue()
  await form.get('input[value="rule.published"]').setValue(true)
  await form.get('input[value="purchase.posted"]').setValue(true)
  await form.get('select').setValue('par_2')
  await form.get('input[type=url]').setValue(' https://hooks.example.com/setia ')
  await form.get('input[maxlength="120"]').setValue('CRM')
  await form.get('form').trigger('submit')
  expect(form.emitted('send')![0]![1]).toEqual({ partnerId: 'par_2', url: 'https://hooks.example.com/setia', description: 'CRM', types: ['purchase.posted'] })
})
