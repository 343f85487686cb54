export { postgresRatingBox } from './rating-box.ts'
