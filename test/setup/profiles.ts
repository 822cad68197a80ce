// Every test knows the profiles that ship, as every process does.
import { loadProfiles } from '../../functions/src/store/profileFiles.ts';

loadProfiles();
