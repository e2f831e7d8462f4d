export {
  decideRoute,
  dueTimes,
  type RouteContext,
  type RouteDecision,
  type RoutedWork,
  type RouteInput,
} from './decide-route.ts';
export { decideTwin, type Twin, type TwinDecision } from './decide-twin.ts';
export { type EndDateProposal, endDateProposal } from './end-date-proposal.ts';
export { type ReceiptDate, receiptDate } from './receipt-date.ts';
