import { expect, it } from 'vitest'
import { render } from '@/test/render'
import ImportTiles from './ImportTiles.vue'

it('shows figures as the reader’s language writes them, and the one to look at in red', () => {
  const figures = [{ key: 'added', label: 'new', count: 1234 }, { key: 'refused', label: 'refused', count: 2, alarming: true }]
  const tiles = render(ImportTiles, { props: { figures }, language: 'en' })
  expect(tiles.findAll('dl > div').map((tile) => [tile.get('dt').text(), tile.get('dd').text(), tile.classes('text-error')])).toEqual([['new', '1,234', false], ['refused', '2', true]])
})
