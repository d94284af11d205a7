import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import BackTestForm from './BackTestForm.vue'

const sentence = { id: '2× poin', en: '2× points' }
const form = (chosen?: string) =>
  render(BackTestForm, {
    props: {
      drafts: [{ draftId: 'rdr_1', state: 'draft', sentence, terms: { kind: 'multiplier' } }, { draftId: 'rdr_2', state: 'draft', sentence, terms: { kind: 'join_bonus' } }],
      rules: [{ ruleId: 'rul_1', terms: { kind: 'base' }, versions: [{ version: 3, end: true, sentence }, { version: 2, end: false, sentence }] }],
      stores: [{ storeId: 'sto_1', name: 'Kemang' }, { storeId: 'sto_2', name: 'Dago' }],
      chosen,
      today: '2026-11-20',
      busy: false,
      refusal: () => undefined,
    },
  })

describe('asking for a back-test', () => {
  it('begins with the first draft that purchases can try, over the last ninety days and all stores', async () => {
    const asked = form()
    await asked.find('form').trigger('submit')
    expect(asked.emitted('test')).toEqual([[{ draftId: 'rdr_1', from: '2026-08-22', until: '2026-11-19', expectedUsePercent: 100 }]])
    expect(asked.findAll('option')).toHaveLength(2)
  })

  it('takes a version, and some stores', async () => {
    const asked = form('rul_1:2')
    await asked.find('input[type=checkbox]').setValue(true)
    await asked.find('form').trigger('submit')
    expect(asked.emitted('test')![0]![0]).toMatchObject({ ruleId: 'rul_1', version: 2, storeIds: ['sto_1'] })
  })
})
