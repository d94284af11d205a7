import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import type { EndpointDraft, WebhookEndpoint } from '@/api/webhooks'
import { conflictIn } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { described, field } from '@/test/within'
import EndpointForm from './EndpointForm.vue'

const partner = (partnerId: string, owner: boolean) => ({ partnerId, code: partnerId, name: partnerId, owner, state: 'active', openStores: 1 })
const types = [
  { type: 'purchase.posted', version: 1, description: '', audience: 'sharing', dataSchema: {} },
  { type: 'rule.published', version: 1, description: '', audience: 'owner', dataSchema: {} },
]
const crm: WebhookEndpoint = { webhookEndpointId: 'whe_1', partnerId: 'par_1', url: 'https://hooks.example.com/setia', description: 'CRM', types: ['purchase.posted'], enabled: true, createdAt: '2026-11-01T00:00:00Z', secrets: [], version: 3 }

function open(write: (draft: EndpointDraft) => Promise<void>, endpoint?: { data: WebhookEndpoint; version: string }) {
  const form = render(EndpointForm, { props: { partners: [partner('par_1', true), partner('par_2', false)], types, write, endpoint } })
  const save = async () => {
    await form.get('form').trigger('submit')
    await flushPromises()
  }
  return { form, save }
}

it('sends what was written, without what the partner chosen is not told', async () => {
  const write = vi.fn().mockResolvedValue(undefined)
  const { form, save } = open(write)
  await form.findAll('input[type=radio]')[1]!.setValue()
  await form.get('input[value="rule.published"]').setValue(true)
  await form.get('input[value="purchase.posted"]').setValue(true)
  await form.get('select').setValue('par_2')
  await form.get('input[type=url]').setValue(' https://hooks.example.com/setia ')
  await form.get('input[maxlength="120"]').setValue('CRM')
  await save()
  expect(write).toHaveBeenCalledWith({ partnerId: 'par_2', url: 'https://hooks.example.com/setia', description: 'CRM', types: ['purchase.posted'] }, undefined)
})

it('what a colleague changed meanwhile is told in words and chosen from, and what was chosen is written on theirs', async () => {
  const write = vi.fn().mockRejectedValueOnce(new Problem(412, 'changed_meanwhile', 'Sudah berubah', undefined, undefined)).mockResolvedValueOnce(undefined)
  const theirs = { ...crm, enabled: false, types: [], version: 4 }
  serve({ 'GET /webhook-endpoints/whe_1': { body: theirs, headers: { ETag: '"4"' } } })
  const { form, save } = open(write, { data: crm, version: '"3"' })
  await form.get('input[maxlength="120"]').setValue('CRM baru')
  await save()
  expect(write).toHaveBeenLastCalledWith(expect.objectContaining({ description: 'CRM baru' }), { data: crm, version: '"3"' })
  for (const told of ['CRM baru', 'Pembelian dikirim']) expect(conflictIn(form).text()).toContain(told)

  await conflictIn(form).get('form').trigger('submit')
  await flushPromises()
  expect(write).toHaveBeenLastCalledWith({ partnerId: 'par_1', url: crm.url, description: 'CRM baru', types: [] }, { data: theirs, version: '"4"' })
})

it('says at the field what the server refuses', async () => {
  const { form, save } = open(vi.fn().mockRejectedValue(new Problem(422, 'validation_failed', 'Periksa', undefined, undefined, [{ pointer: '/url', code: 'private', detail: 'Alamat di jaringan sendiri.' }])))
  await save()
  expect(described(field(form, 'Alamat'))).toContain('Alamat di jaringan sendiri.')
})
