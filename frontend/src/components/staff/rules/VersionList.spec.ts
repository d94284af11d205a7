import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import VersionList from './VersionList.vue'

const version = (number: number, factor: string, end = false) => ({
  version: number,
  state: 'ended',
  end,
  from: '2026-11-20T03:00:00Z',
  publishedAt: '2026-11-20T02:00:00Z',
  sentence: { id: `${factor}× poin`, en: `${factor}× points` },
  terms: { name: { id: 'Kopi', en: 'Coffee' }, kind: 'multiplier', factor, expiryMonths: 12, funderId: 'par_1' },
})

describe('the versions of a rule', () => {
  it('tell what each says otherwise, and why it was stopped', () => {
    const list = render(VersionList, {
      props: { ruleId: 'rul_1', versions: [version(3, '3', true), version(2, '3'), version(1, '2')], stopped: { version: 3, at: '2026-11-20T03:00:00Z', reason: 'Salah ketik' } },
    })
    expect(list.findAll('details')).toHaveLength(1)
    expect(list.find('del').text()).toContain('2×')
    expect(list.text()).toContain('“Salah ketik”')
  })
})
