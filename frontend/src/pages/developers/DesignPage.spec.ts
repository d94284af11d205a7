import { expect, it } from 'vitest'
import { render } from '@/test/render'
import DesignPage from './DesignPage.vue'

it('shows every chapter in both themes', () => {
  const page = render(DesignPage)
  const chapters = page.findAll('section[id] > h2').map((title) => title.text())
  expect(chapters).toContain('Warna')
  expect(chapters).toContain('Gerak')
  for (const theme of ['Terang', 'Gelap']) expect(page.findAll('p').filter((line) => line.text() === theme)).toHaveLength(chapters.length)
})
