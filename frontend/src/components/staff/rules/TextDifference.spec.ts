import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import TextDifference from './TextDifference.vue'

describe('a sentence that changed', () => {
  it('says in words what went and what came', () => {
    const text = render(TextDifference, { props: { before: '2× poin untuk kopi', after: '3× poin untuk kopi' } })
    expect(text.find('del').text()).toBe('dihapus: 2×,')
    expect(text.find('ins').text()).toBe('baru: 3×,')
    expect(text.text()).toContain('poin untuk kopi')
  })
})
